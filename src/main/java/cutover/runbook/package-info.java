/** The ordered steps of a launch, the journal of what a run did with them, and the verdict as a pure function of both. */
package cutover.runbook;
