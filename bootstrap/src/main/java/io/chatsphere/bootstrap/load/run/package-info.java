/** Makes the load: connections that are lost and come back, messages by a timetable or as fast as they are acknowledged. */
package io.chatsphere.bootstrap.load.run;
