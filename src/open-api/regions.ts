/** The vendor's data centres. A project belongs to one of them; the others refuse it. */
export type Region = 'cn' | 'us' | 'us-east' | 'eu' | 'eu-west' | 'in'

export const regionUrls: Readonly<Record<Region, string>> = {
  cn: 'https://openapi.tuyacn.com',
  us: 'https://openapi.tuyaus.com',
  'us-east': 'https://openapi-ueaz.tuyaus.com',
  eu: 'https://openapi.tuyaeu.com',
  'eu-west': 'https://openapi-weaz.tuyaeu.com',
  in: 'https://openapi.tuyain.com',
}
