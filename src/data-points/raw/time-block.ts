import { hexCodec } from './hex-codec'
import { validityBlock } from './validity'

/** The time block of 17 bytes by itself, as other data points hold it. */
export const timeBlock = /*#__PURE__*/ hexCodec('time block', validityBlock)
