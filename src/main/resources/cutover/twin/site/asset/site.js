(function () {
  'use strict';
  var token = document.querySelector('meta[name="csrf-token"]');
  window.cmr = { csrfToken: token ? token.getAttribute('content') : '' };
  document.documentElement.setAttribute('data-scripts', 'ready');
}());
