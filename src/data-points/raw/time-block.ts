import { hexCodec } from './hex-codec'
import { validityBlock } from './validity'

/** The time block of 17 bytes, which other data points contain. */
export const timeBlock = /*#__PURE__*/ hexCodec('time block', validityBlock)
