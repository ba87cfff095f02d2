/** What all providers have in common: how an answer of an API reads. */
package cutover.provider;
