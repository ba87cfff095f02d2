/** The only package that knows JUnit; composes clock, secrets, twin, probes and providers into a run of the suites. */
package cutover.junit;
