/** Tells the team what a run says: the words for each kind of channel, and what became of them. */
package cutover.notice;
