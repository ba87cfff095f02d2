/** Reads logs and the state of an account of Amazon's cloud, and starts functions there, through Amazon's own SDK. */
package cutover.provider.aws;
