/** Where the team reads: a chat room behind an incoming webhook, one behind a workflow, a receiver of JSON, and a mailbox. */
package cutover.twin.chat;
