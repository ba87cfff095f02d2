/** Changes a zone at its own primary, by dynamic update (RFC 2136) signed with a key (RFC 8945). */
package cutover.provider.nameserver;
