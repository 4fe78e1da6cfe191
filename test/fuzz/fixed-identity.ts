import { createPrivateKey, createPublicKey } from 'node:crypto';
import { makeIdentity } from '../../services/cli/building/certificate.ts';

/** A key that protects nothing: seeds must be the same in every search, and new keys would make them differ. */
const privateKey = createPrivateKey({
  format: 'jwk',
  key: {
    kty: 'RSA',
    n: 'vgwsDgNJzceFbHzcxLhSOhLCSGQbeaOAmmeByNnMUFLOCfDldxdbTHDmhzZe2qk4eA5x18-fwuPv6dANz2umYo8bE1jalN_Wx2e3ZmsYvtTh2A3GF0pFO2Tqo_x-nAuKmO5GBnzJ8XJbbmh5hheXDM0d5IXEHkGpbfYVV4Y47X0',
    e: 'AQAB',
    d: 'hh76_EyvykzzyXN5Lk_Sn-9bM1GK3lZYTR-dRU0H1uwJQpTCrEBMi27mEih52qEwG_I9v4tkeVr5lq3hATA8s_xAtl_IZon_tUCyrRW7WGQwruZgh2aJ8G93DEhqtjmpvmdyBgilNrmZmtRA9y35I6RW-oE3GVZb8Vdr8JeGrcE',
    p: '4_SlLmDNgxXYE_1wJVUtezsxI7fqXvRwrJAbWXJWIzLH30KLHMHSUdeYscafxOn7IVI6oKhpFqo08Iu2AMQbzQ',
    q: '1W2hGhfie0-kjWKTjaI8N_ySUXJ0Xs6uL1Tn8Rd47s11HY6oQT6eB4Lw-XJb6L7C1UyY36tkxPJC6o2IdjNIcQ',
    dp: '4MFxL_YgCzQ5dRQ4Q4blLhChla8bdX4brfj0DlAuX8wMx7NLiBIOdcVV90p4cuWkRylVRtxlqQQu6FFIJR82rQ',
    dq: 'CL9LgQRFlgQ3nEvT_FQP38OMQ6ZLOq-B2BLExs7NeAwXprR4FOR6GZi2Q6L6PVnEJnXTNieSI7hCIdbXJvEHIQ',
    qi: 'LvBGba7Pr9FudsKV1-10jR9P8bSIPkYmJpiGlZsuPVWDGWrnEGRlES0QpuJ9XScJU5WSa0KjWNmuq_y2WmCahQ',
  },
});

export const FIXED_IDENTITY = makeIdentity(
  'RSA',
  [
    ['CN', 'Fuzz'],
    ['O', 'Example'],
  ],
  7,
  {
    keys: { privateKey, publicKey: createPublicKey(privateKey) },
  },
);
