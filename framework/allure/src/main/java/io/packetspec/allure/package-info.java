/** Tells Allure what a spec was about and what happened in it. */
@NullMarked
package io.packetspec.allure;

import org.jspecify.annotations.NullMarked;
