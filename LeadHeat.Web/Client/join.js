// An invitation's token stands behind the link's #: it leaves the address and goes to the server in the body of a form.
const form = document.getElementById('join');
const field = form?.elements['Input.Token'];
const token = location.hash.slice(1);
if (field && token) {
  history.replaceState(null, '', location.pathname);
  field.value = token;
  form.submit();
}
