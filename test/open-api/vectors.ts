import type { CanonicalRequest } from '../../src/open-api/canonical-request'
import type { SignedHeader } from '../../src/open-api/string-to-sign'

/** The credentials of the vendor's published example. */
export const credentials = {
  clientId: '1KAD46OrT9HafiKdsXeg',
  secret: '4OHBOnWOqaEC1mWXOpVL3yV50s0qGSRC',
  t: '1588925778000',
  nonce: '5138cc3a9033d69856923fd07b491173',
}
const accessToken = '3f4eda2bdec17232f67c0b188af3eec1'

const areaHeaders: readonly SignedHeader[] = [
  ['area_id', '29a33e8796834b1efa6'],
  ['call_id', '8afdb70ab2ed11eb85290242ac130003'],
]
const areaLines = 'area_id:29a33e8796834b1efa6\ncall_id:8afdb70ab2ed11eb85290242ac130003\n'
const EMPTY_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const ticketUrl = '/v1.0/devices/vdevo1/door-lock/password-ticket'

export interface SignatureVector {
  readonly what: string
  readonly request: Pick<CanonicalRequest, 'method' | 'signedUrl' | 'body'>
  readonly headers: readonly SignedHeader[]
  readonly accessToken?: string
  readonly stringToSign: string
  readonly sign: string
}

/** The first two are published by the vendor, the others computed with its credentials by its scheme. */
export const vectors: readonly SignatureVector[] = [
  {
    what: 'the published token request',
    request: { method: 'GET', signedUrl: '/v1.0/token?grant_type=1', body: '' },
    headers: areaHeaders,
    stringToSign: `GET\n${EMPTY_HASH}\n${areaLines}\n/v1.0/token?grant_type=1`,
    sign: '9E48A3E93B302EEECC803C7241985D0A34EB944F40FB573C7B5C2A82158AF13E',
  },
  {
    what: 'the published request with a token',
    request: {
      method: 'GET',
      signedUrl: '/v2.0/apps/schema/users?page_no=1&page_size=50',
      body: '',
    },
    headers: areaHeaders,
    accessToken,
    stringToSign: `GET\n${EMPTY_HASH}\n${areaLines}\n/v2.0/apps/schema/users?page_no=1&page_size=50`,
    sign: 'AE4481C692AA80B25F3A7E12C3A5FD9BBF6251539DD78E565A1A72A508A88784',
  },
  {
    what: 'a token request without headers',
    request: { method: 'GET', signedUrl: '/v1.0/token?grant_type=1', body: '' },
    headers: [],
    stringToSign: `GET\n${EMPTY_HASH}\n\n/v1.0/token?grant_type=1`,
    sign: '3206F74CBFC2869794FD3013C44F18166BE22AB1FB5FF66F513212264F67F681',
  },
  {
    what: 'a GET with a sorted query',
    request: {
      method: 'GET',
      signedUrl: '/v1.1/devices/vdevo1/users?keyword=&page_no=1&page_size=10&role=admin',
      body: '',
    },
    headers: [],
    accessToken,
    stringToSign: `GET\n${EMPTY_HASH}\n\n/v1.1/devices/vdevo1/users?keyword=&page_no=1&page_size=10&role=admin`,
    sign: '9C14F23AB8C0B4928E6EFBE4561E6E16BB8D73E186A1DC7A8B0647ED6E1FDC3A',
  },
  {
    what: 'a POST with a body',
    request: {
      method: 'POST',
      signedUrl: '/v1.0/devices/vdevo1/door-lock/password-free/open-door',
      body: '{"ticket_id":"9wxxoLM"}',
    },
    headers: [],
    accessToken,
    stringToSign:
      'POST\ne363ceb6bf24fe43e886825466db3ebc4e588be489d360ec7fbc904843fc4917\n\n/v1.0/devices/vdevo1/door-lock/password-free/open-door',
    sign: '65609BEEA702C1987B618F1D5F770C0D8F5B7901CB7AB3F59D7D3465CE883686',
  },
  {
    what: 'a POST of an empty object',
    request: { method: 'POST', signedUrl: ticketUrl, body: '{}' },
    headers: [],
    accessToken,
    stringToSign: `POST\n44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\n\n${ticketUrl}`,
    sign: '88583CA7EAD0D09433B67DF213E9351638D43DC7182715F44E66F97081C609F7',
  },
  {
    what: 'a POST with an empty body',
    request: { method: 'POST', signedUrl: ticketUrl, body: '' },
    headers: [],
    accessToken,
    stringToSign: `POST\n${EMPTY_HASH}\n\n${ticketUrl}`,
    sign: '3EC3384A647447FE9CBF949957F6D521C7A478DF338C88EFA4BC83125BDCA993',
  },
]
