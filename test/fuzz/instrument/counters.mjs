import { parse, parseSync } from '@swc/core';

const SYNTAX = { syntax: 'typescript', target: 'es2022' };
/** Literals below occur in any file. */
const SMALLEST_NUMBER = 8;
const LONGEST_TEXT = 24;

const [statementForm, , , sequenceForm, blockForm] = parseSync('__taken[0]++; let x; x; (__taken[0]++, 0); {}', SYNTAX).body;

/**
 * Parses a module and has every branch counted: each body of a function, arm of a condition, case, iteration and operand that may be
 * skipped begins with `__taken[n]++`. The array comes from `globalThis.__branches`, which a module without a fuzzer around it lacks.
 * @param {string} source TypeScript
 * @param {string} name of the module
 * @returns the program's syntax tree, and a line to put in front of what is printed of it
 */
export async function parseWithCounters(source, name) {
  const program = await parse(source, SYNTAX);
  const found = { branches: 0, literals: new Set() };
  for (const item of program.body) if (item.type !== 'ImportDeclaration') visit(item, found);
  const told = [name, found.branches, [...found.literals]].map((each) => JSON.stringify(each)).join(', ');
  return { program, head: `const __taken = globalThis.__branches?.(${told}) ?? new Uint32Array(${found.branches}); ` };
}

function withNumber(form, index) {
  const copy = structuredClone(form);
  const set = (node) => {
    if (node === null || typeof node !== 'object') return false;
    if (node.type === 'NumericLiteral') {
      node.value = index;
      node.raw = null;
      return true;
    }
    return Object.values(node).some(set);
  };
  set(copy);
  return copy;
}

const counted = (found) => withNumber(statementForm, found.branches++);

/** `(__taken[n]++, expression)` */
function countedExpression(expression, found) {
  const { expression: parenthesis } = withNumber(sequenceForm, found.branches++);
  parenthesis.expression.expressions[1] = expression;
  return parenthesis;
}

/** A block that begins with a counter; a statement becomes one, and so does an arm that is not there. */
function countedBlock(statement, found) {
  // Bodies of functions are blocks without a type.
  const isBlock = statement?.stmts !== undefined;
  const block = isBlock ? statement : { ...structuredClone(blockForm), stmts: statement ? [statement] : [] };
  block.stmts.unshift(counted(found));
  return block;
}

/** Children first, so that what is put in is not visited itself. */
function visit(node, found) {
  if (node === null || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const each of node) visit(each, found);
    return;
  }
  // Types hold no code, and their literals are names of fields.
  if (typeof node.type === 'string' && /^Ts(?!As|Satisfies|NonNull|Const)/.test(node.type)) return;
  for (const [key, value] of Object.entries(node)) if (key !== 'span') visit(value, found);
  keepLiteral(node, found);
  switch (node.type) {
    case 'IfStatement':
      node.consequent = countedBlock(node.consequent, found);
      node.alternate = countedBlock(node.alternate, found);
      break;
    case 'ForStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      node.body = countedBlock(node.body, found);
      break;
    case 'SwitchCase':
      node.consequent.unshift(counted(found));
      break;
    case 'CatchClause':
      countedBlock(node.body, found);
      break;
    case 'ConditionalExpression':
      node.consequent = countedExpression(node.consequent, found);
      node.alternate = countedExpression(node.alternate, found);
      break;
    case 'BinaryExpression':
      if (/^(?:&&|\|\||\?\?)$/.test(node.operator)) node.right = countedExpression(node.right, found);
      break;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      countedBlock(node.body, found);
      break;
    case 'ClassMethod':
    case 'PrivateMethod':
      if (node.function.body) countedBlock(node.function.body, found);
      break;
    case 'Constructor':
      // A counter may not come before `super()`, and an error on the way there shows elsewhere.
      if (node.body && !JSON.stringify(node.body).includes('"Super"')) countedBlock(node.body, found);
      break;
    case 'ArrowFunctionExpression':
      if (node.body.stmts !== undefined) countedBlock(node.body, found);
      else node.body = countedExpression(node.body, found);
      break;
  }
}

/** Numbers and short texts that the code compares with are what an input must hold to get further. */
function keepLiteral(node, found) {
  if (node.type === 'NumericLiteral' && node.value >= SMALLEST_NUMBER && Number.isSafeInteger(node.value)) {
    found.literals.add(node.value);
  } else if (node.type === 'StringLiteral' && node.value.length > 1 && node.value.length <= LONGEST_TEXT) {
    // Sentences for people are no tokens.
    if (!/[^!-~]/.test(node.value)) found.literals.add(node.value);
  }
}
