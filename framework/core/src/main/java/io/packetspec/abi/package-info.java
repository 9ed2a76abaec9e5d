/** What Linux calls things: errno names, constants, socket options. Names and numbers only, no call. */
@NullMarked
package io.packetspec.abi;

import org.jspecify.annotations.NullMarked;
