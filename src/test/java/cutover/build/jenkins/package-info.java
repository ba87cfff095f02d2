/** Executes the shipped {@code Jenkinsfile} without a Jenkins: the declarative directives and the steps that it uses. */
package cutover.build.jenkins;
