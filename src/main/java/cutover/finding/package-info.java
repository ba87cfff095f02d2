/** What was found: met, unmet or unknown, with its facts and evidence, and the one renderer of failure text. */
package cutover.finding;
