import { expect, it } from 'vitest'
import { VendorError } from '../../src/core/errors/vendor-error'

it.each([
  ['GATEWAY_FORBIDDEN', 'permanent', 'no permission'],
  ['GATEWAY_NO_ROUTE', 'permanent', 'function not supported'],
  ['GATEWAY_SIGN_IN', 'refresh', 'token expired'],
  ['GATEWAY_UNAVAILABLE', 'refused', 'too many requests at once'],
  ['GATEWAY_PROJECT', 'quota', 'no permission'],
  ['GATEWAY_ANYTHING', 'permanent', 'unknown code'],
])(
  'the code %s of a gateway has the class %s and the meaning of the cloud',
  (code, ...expected) => {
    const error = new VendorError({ action: 'x', family: 'mini-program' }, { code, message: '' })
    expect([error.class, error.meaning]).toEqual(expected)
    expect(error.code).toBe(code)
  },
)
