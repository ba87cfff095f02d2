window.cmrLegacy = true;
