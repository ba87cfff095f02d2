/** Strict YAML into records, with every problem reported at once by file and line; typed secrets, and what keeps them from leaving. */
package cutover.config;
