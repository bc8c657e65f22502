// What the team's pages do in the browser itself. Everything is told by attributes in the markup; see each file.
import './fluent.js';
import './time.js';
import './theme.js';
import './keys.js';
import './list.js';
import './transcript.js';
import './board.js';
import './small.js';
import './palette.js';
import './chart.js';
import './square.js';
import './join.js';
