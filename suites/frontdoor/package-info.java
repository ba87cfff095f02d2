/** The front door as strangers meet it: names, redirects, certificates, ports, and what must be gone. */
package frontdoor;
