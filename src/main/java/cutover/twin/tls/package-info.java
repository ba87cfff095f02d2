/** A certificate authority of the twin's own, the identities that it issues, in order or not, and a server of the time before TLS 1.2. */
package cutover.twin.tls;
