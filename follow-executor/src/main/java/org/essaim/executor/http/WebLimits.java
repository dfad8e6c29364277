package org.essaim.executor.http;

import java.time.Duration;

/**
 * How far one request may go.
 *
 * @param connect until the connection stands
 * @param whole until the last byte of the answer, each exchange by itself
 * @param look the same for what everyone may read
 * @param bytes the longest answer that is read
 * @param userAgent names Essaim and where its operator is reached
 */
public record WebLimits(Duration connect, Duration whole, Duration look, long bytes, String userAgent) {}
