// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  const last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  // A name with a dot is a file, and stays missing where it is.
  if (!last.includes('.')) request.uri = '/index.html';
  return request;
}
