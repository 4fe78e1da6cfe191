/** Addresses of one submission, absolute when the configuration says how stores see this service, else paths on it. */
export function linksOf(publicUrl: string | null, id: string) {
  const self = `${publicUrl ?? ''}/v1/submissions/${id}`;
  return {
    status: self,
    verdict: `${self}/verdict`,
    report: `${self}/report`,
    facts: `${self}/facts`,
    callbacks: `${self}/callbacks`,
  };
}
