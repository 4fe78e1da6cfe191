import type { Evidence } from '../../../../../../shared/domain/evidence.ts';
import { EVIDENCE_NAMES } from '../../../../../../shared/domain/report/words.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { AbsenceEvidence } from './absence.tsx';
import { CodeEvidence } from './code.tsx';
import './evidence.css';
import { ListingEvidence, NetworkEvidence, PackageEvidence, RecordEvidence, SignatureEvidence } from './facts.tsx';
import { Folded } from './folded.tsx';
import { ManifestEvidence } from './manifest.tsx';
import { PolicyEvidence } from './policy.tsx';
import { ResourceEvidence } from './resource.tsx';

/** Pieces shown before the rest is asked for: one rule may bring fifty. */
const FIRST = 12;

/** Everything a finding rests on, each piece where it stands. */
export function EvidenceList({ evidence, omitted }: { readonly evidence: readonly Evidence[]; readonly omitted?: number }) {
  const { t } = useLanguage();
  // Of several ways to the same call one is written out, the others are folded.
  const inFull = evidence.find((piece) => piece.type === 'code' && (piece.reachedFrom?.path?.length ?? 0) > 0);
  // Evidence never moves, and its place is all that tells two equal pieces apart.
  const item = (piece: Evidence, place: number) => (
    <li key={place} data-evidence={piece.type}>
      <span className="evidence-kind">{t(EVIDENCE_NAMES[piece.type])}</span>
      <div className="evidence-body">
        <EvidenceBody evidence={piece} inFull={piece === inFull} />
      </div>
    </li>
  );
  return (
    <>
      <ul className="evidence-list">{evidence.slice(0, FIRST).map(item)}</ul>
      {evidence.length > FIRST && (
        <Folded
          label={t({ zh: `其余 ${evidence.length - FIRST} 处证据`, en: `${evidence.length - FIRST} more pieces of evidence` })}
        >
          {() => <ul className="evidence-list">{evidence.slice(FIRST).map((piece, place) => item(piece, FIRST + place))}</ul>}
        </Folded>
      )}
      {omitted !== undefined && (
        <p className="evidence-note">
          {t({ zh: `另有 ${omitted} 处证据未列入报告`, en: `${omitted} more places are not listed in the report` })}
        </p>
      )}
    </>
  );
}

function EvidenceBody({ evidence, inFull }: { readonly evidence: Evidence; readonly inFull: boolean }) {
  switch (evidence.type) {
    case 'manifest':
      return <ManifestEvidence evidence={evidence} />;
    case 'code':
      return <CodeEvidence evidence={evidence} inFull={inFull} />;
    case 'resource':
      return <ResourceEvidence evidence={evidence} />;
    case 'policy':
      return <PolicyEvidence evidence={evidence} />;
    case 'policy-absence':
      return <AbsenceEvidence evidence={evidence} />;
    case 'listing':
      return <ListingEvidence evidence={evidence} />;
    case 'record':
      return <RecordEvidence evidence={evidence} />;
    case 'signature':
      return <SignatureEvidence evidence={evidence} />;
    case 'network':
      return <NetworkEvidence evidence={evidence} />;
    case 'package':
      return <PackageEvidence evidence={evidence} />;
  }
}
