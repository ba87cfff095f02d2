/** What a run says, for a screen, a pipeline and an archive: projections of journal and verdict. */
package cutover.report;
