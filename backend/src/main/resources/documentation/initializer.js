// The page allows no inline scripts, so what starts Swagger UI is a file.
window.SwaggerUIBundle({
  url: '/api/swagger.yaml',
  dom_id: '#documentation',
  deepLinking: true,
  displayRequestDuration: true,
  tagsSorter: 'alpha',
  validatorUrl: null,
});
