import { isIPv6 } from 'node:net';

/**
 * The network that an address counts as: one of IPv4 as it is, one of IPv6 by its first 64 bits, of which each
 * connection has all the rest to itself. What is no address counts as one network.
 */
export function networkOf(ip: string | undefined): string {
  if (ip === undefined) return '';
  const address = ip.replace(/%.*$/, '');
  if (!isIPv6(address)) return address;
  const groups = groupsOf(address);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join('.');
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** The eight groups of an address of IPv6. */
function groupsOf(address: string): number[] {
  const [start = [], end = []] = address.split('::').map(groupsIn);
  return [...start, ...Array<number>(8 - start.length - end.length).fill(0), ...end];
}

function groupsIn(part: string): number[] {
  return part
    .split(':')
    .filter((group) => group !== '')
    .flatMap((group) => {
      if (!group.includes('.')) return [Number.parseInt(group, 16)];
      const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
      return [a * 256 + b, c * 256 + d];
    });
}
