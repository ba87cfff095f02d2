/** A certificate authority of the twin's own and the identities that it issues. */
package cutover.twin.tls;
