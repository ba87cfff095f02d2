/** The rehearsal's name system: a root, name servers, caching resolvers, all real servers on loopback addresses. */
package cutover.twin.dns;
