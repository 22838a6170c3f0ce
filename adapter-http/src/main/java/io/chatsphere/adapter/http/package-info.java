/**
 * The REST interface: routes, their bodies, the mapping of refusals to status codes, the API documentation and static
 * files. Only {@code HttpApi} and its configuration are for others: bootstrap installs them into its Javalin instance.
 */
package io.chatsphere.adapter.http;
