/** What the steps of several suites do alike: turning answers, logs and mail into findings. */
package common;
