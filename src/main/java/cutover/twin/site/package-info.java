/** The application of the rehearsal: Clear My Record as it ran in early 2018, with its seed data and its assets. */
package cutover.twin.site;
