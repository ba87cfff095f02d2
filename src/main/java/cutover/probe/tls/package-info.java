/** Looks at one TLS handshake and at what was shown in it; says apart from that what clients make of the chain. */
package cutover.probe.tls;
