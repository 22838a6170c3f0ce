/** Routes that tell people, load balancers and orchestrators how the server is. */
package io.chatsphere.adapter.http.health;
