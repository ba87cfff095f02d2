/** Reads logs of Amazon's cloud and starts functions there, through Amazon's own SDK. */
package cutover.provider.aws;
