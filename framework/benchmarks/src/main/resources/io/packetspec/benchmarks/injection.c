/* Puts a frame on an interface so many times, as a wire's end does, and prints how many a second that were. */
#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>

static int failed(const char *call)
{
	perror(call);
	return 1;
}

static double seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec + now.tv_nsec / 1e9;
}

/* interface, count, octets in hexadecimal */
int main(int argc, char **argv)
{
	unsigned char frame[1514];
	int length = 0, on = 1;
	for (unsigned octet; argc == 4 && length < 1514 && sscanf(argv[3] + 2 * length, "%2x", &octet) == 1; length++)
		frame[length] = octet;
	int sender = socket(AF_PACKET, SOCK_RAW, 0);
	if (sender < 0)
		return failed("socket");
	if (setsockopt(sender, SOL_PACKET, PACKET_AUXDATA, &on, sizeof on) < 0
			|| setsockopt(sender, SOL_SOCKET, SO_TIMESTAMPNS, &on, sizeof on) < 0
			|| setsockopt(sender, SOL_PACKET, PACKET_QDISC_BYPASS, &on, sizeof on) < 0)
		return failed("setsockopt");
	struct sockaddr_ll end = {
		.sll_family = AF_PACKET,
		.sll_protocol = htons(ETH_P_ALL),
		.sll_ifindex = if_nametoindex(argv[1]),
	};
	if (bind(sender, (struct sockaddr *)&end, sizeof end) < 0)
		return failed("bind");
	long count = atol(argv[2]);
	double began = seconds();
	for (long i = 0; i < count; i++)
		if (send(sender, frame, length, 0) < 0)
			return failed("send");
	printf("%.0f\n", count / (seconds() - began));
	return 0;
}
