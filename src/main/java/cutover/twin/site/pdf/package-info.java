/** The documents that the application makes: filled forms, printouts and bundles of both. */
package cutover.twin.site.pdf;
