// A file keeps its address, so that a missing one is a 404; everything else is a page of the
// client and starts at index.html.
function handler(event) {
  var request = event.request;
  var name = request.uri.substring(request.uri.lastIndexOf('/') + 1);
  var isFile = /^\/(assets|static)\//.test(request.uri) || /\.[A-Za-z0-9]{1,12}$/.test(name);
  if (!isFile) {
    request.uri = '/index.html';
  }
  return request;
}
