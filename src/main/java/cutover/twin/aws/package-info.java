/** The vendor's APIs of which the rehearsal needs a part: log search and function invocation, with real signatures. */
package cutover.twin.aws;
