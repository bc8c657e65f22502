// Only the Fluent components that the pages use; each import defines its element.
import '@fluentui/web-components/button.js';
import '@fluentui/web-components/menu.js';
import '@fluentui/web-components/menu-item.js';
import '@fluentui/web-components/menu-list.js';
import '@fluentui/web-components/divider.js';
