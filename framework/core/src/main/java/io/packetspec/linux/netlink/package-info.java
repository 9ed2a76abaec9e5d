/** The part of rtnetlink that a lab needs. */
@NullMarked
package io.packetspec.linux.netlink;

import org.jspecify.annotations.NullMarked;
