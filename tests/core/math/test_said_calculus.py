"""Calculus and the sciences as one person reads their formulas to another."""

from __future__ import annotations

import pytest

from yapit.core.math import said
from yapit.core.math.words.en import LETTER_A

CALCULUS = [
    (r"\sum_{i=1}^n x_i", "the sum from i equals 1 to n of x sub i"),
    (
        r"\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}",
        "the integral from 0 to infinity of e to the minus x squared, d x, equals the square "
        "root of pi over 2",
    ),
    (r"\lim_{x\to 0} \frac{\sin x}{x} = 1", "the limit as x goes to 0 of sine x over x, equals 1"),
    (r"\operatorname*{arg\,max}_x f(x)", "the arg max over x of f of x"),
    (
        r"f(x) = \begin{cases} 1 & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}",
        "f of x equals either 1, if x is greater than 0; or 0, otherwise",
    ),
    (
        r"\frac{d^2 y}{dx^2} + \omega^2 y = 0",
        "the second derivative of y with respect to x, plus omega squared y equals 0",
    ),
    (r"\frac{\partial f}{\partial x}", "the partial derivative of f with respect to x"),
    (r"f'(x) + f^{-1}(y) + x^{-1}", "f prime of x plus f inverse of y plus x to the minus 1"),
    (r"\int_0^1 x^2 \, dx = \frac{1}{3}", "the integral from 0 to 1 of x squared, d x, equals one third"),
    (r"\iint_D f(x,y)\,dA", "the double integral over D of f of x, y, d a"),
    (r"\frac{d}{dx} \sin x = \cos x", "the derivative with respect to x of sine x, equals cosine x"),
    (
        r"\frac{\partial^2 f}{\partial x \partial y}",
        "the second partial derivative of f with respect to x and y",
    ),
    (
        r"\lim_{n \to \infty} \left(1 + \frac{1}{n}\right)^n = e",
        "the limit as n goes to infinity of the quantity 1 plus 1 over n, to the n, equals e",
    ),
    (
        r"\sum_{n=0}^\infty \frac{x^n}{n!} = e^x",
        "the sum from n equals 0 to infinity of x to the n over n factorial, equals e to the x",
    ),
    (r"\prod_{p} \frac{1}{1-p^{-s}}", "the product over p of 1 over the quantity 1 minus p to the minus s"),
    (r"e^{i\pi} + 1 = 0", "e to the i pi plus 1 equals 0"),
    (r"\sin^2 x + \cos^2 x = 1", "sine squared x plus cosine squared x equals 1"),
    (r"f(x+h) - f(x)", "f of x plus h, minus f of x"),
    (r"\int f'(x) g(x) dx", "the integral of f prime of x times g of x, d x"),
    (r"\mathrm{d}x", "d x"),
    (r"X \overset{d}{=} Y", "X equals, with d above, Y"),
    (r"\int_{-\infty}^{\infty} f(x)\,dx", "the integral from minus infinity to infinity of f of x, d x"),
    (r"\limsup_{n\to\infty} a_n", "the limit superior as n goes to infinity of a sub n"),
    (r"\left.\frac{dy}{dx}\right|_{x=0}", "the derivative of y with respect to x, evaluated at x equals 0"),
    (r"\frac{dy}{dx} = -\frac{x}{y}", "the derivative of y with respect to x, equals minus x over y"),
    (r"\frac{\text{d}y}{\text{d}x}", "the derivative of y with respect to x"),
    (r"\frac{1}{1+e^{-x}}", "1 over the quantity 1 plus e to the minus x"),
    (r"\ln(x+1)", "natural log of x plus 1"),
    (r"\cos(2\pi t)", "cosine of 2 pi t"),
    (r"e^{x+y}", "e to the x plus y"),
    (
        r"\int_a^b f(x)\,dx = F(b) - F(a)",
        "the integral from a to b of f of x, d x, equals F of b minus F of a",
    ),
    (r"\prod_{i=1}^{n} a_i", "the product from i equals 1 to n of a sub i"),
    (r"\frac{d^n f}{dx^n}", "the n'th derivative of f with respect to x"),
    (r"f''(x) = 0", "f double prime of x equals 0"),
    (
        r"\int x^n\,dx = \frac{x^{n+1}}{n+1} + C",
        "the integral of x to the n, d x, equals x to the n plus 1, over the quantity n plus 1, plus C",
    ),
    (r"\frac{\mathrm{d}y}{\mathrm{d}x}", "the derivative of y with respect to x"),
    (
        r"\sum_{i=1}^n \sum_{j=1}^m a_{ij}",
        "the sum from i equals 1 to n of the sum from j equals 1 to m of a sub i j",
    ),
    (r"\sum_{\substack{i<j \\ i \text{ odd}}} x_i", "the sum over i is less than j, i odd of x sub i"),
    (r"\frac{a}{b} + \frac{c}{d} = \frac{ad+bc}{bd}", "a over b plus c over d equals a d plus b c, over b d"),
    (
        r"\lim\limits_{x\to0^+} \frac1x = \infty",
        "the limit as x goes to 0 from above of 1 over x, equals infinity",
    ),
    (r"\int\!\!\int f \, dx\, dy", "the integral of the integral of f, d x, d y"),
    (
        r"\int \frac{dx}{x} = \ln|x| + C",
        "the integral of d x over x, equals natural log of the absolute value of x plus C",
    ),
    (r"\sin(x)^2", "sine of x, squared"),
    (r"\sin 2x", "sine two x"),
    (r"\cos^{-1} x", "cosine inverse x"),
    (r"\sinh x", "hyperbolic sine x"),
    (r"\sum_{n} a_n x^n", "the sum over n of a sub n x to the n"),
    (r"\sum\nolimits_{i<j} a_{ij}", "the sum over i is less than j of a sub i j"),
    (
        r"\prod_{i\neq j} (x_i - x_j)",
        "the product over i is not equal to j of the quantity x sub i minus x sub j",
    ),
    (
        r"\dot q_i = \frac{\partial H}{\partial p_i}",
        "q dot sub i equals the partial derivative of H with respect to p sub i",
    ),
    (r"\left(\frac{\partial U}{\partial T}\right)_V", "the partial derivative of U with respect to T sub V"),
]
PHYSICS = [
    (r"E = mc^2", "E equals m c squared"),
    (r"\nabla \cdot \mathbf{E} = \frac{\rho}{\varepsilon_0}", "del dot E equals rho over epsilon sub 0"),
    (r"\oint_C \vec{F} \cdot d\vec{r}", "the contour integral over C of vector F dot d vector r"),
    (
        r"\frac{\partial^2 u}{\partial t^2} = c^2 \nabla^2 u",
        "the second partial derivative of u with respect to t, equals c squared del squared u",
    ),
    (r"F = G \frac{m_1 m_2}{r^2}", "F equals G m sub one m sub 2 over r squared"),
    (r"\Delta x \Delta p \ge \frac{\hbar}{2}", "delta x delta p is greater than or equal to h bar over 2"),
    (
        r"i\hbar \frac{\partial}{\partial t} \Psi = \hat{H} \Psi",
        "i h bar the partial derivative with respect to t of psi, equals H hat psi",
    ),
    (r"\langle \phi | \psi \rangle", "the bracket phi, psi"),
    (r"|\psi\rangle = \alpha |0\rangle + \beta |1\rangle", "ket psi equals alpha ket 0 plus beta ket 1"),
    (r"\text{speed} = \frac{\text{distance}}{\text{time}}", "speed equals distance over time"),
    (r"\nabla f(x)", "the gradient of f of x"),
    (r"\frac{1}{2}mv^2", "one half m v squared"),
    (r"x'' + 2x' + x = 0", "x double prime plus two x prime plus x equals 0"),
    (r"V = IR", "V equals I R"),
    (
        r"\frac{d}{dt}\left(\frac{\partial L}{\partial \dot{q}}\right) - \frac{\partial "
        r"L}{\partial q} = 0",
        "the derivative with respect to t of the partial derivative of L with respect to q "
        "dot, minus the partial derivative of L with respect to q, equals 0",
    ),
    (r"\iiint_V \rho\,dV", "the triple integral over V of rho, d V"),
    (r"F = ma", "F equals m a"),
    (r"v = v_0 + at", "v equals v sub 0 plus a t"),
    (r"\vec{F} = m\vec{a}", "vector F equals m vector a"),
    (r"E = h\nu", "E equals h nu"),
    (r"\lambda = \frac{h}{p}", "lambda equals h over p"),
    (r"\Delta G = \Delta H - T\Delta S", "delta G equals delta H minus T delta S"),
    (r"PV = nRT", "P V equals n R T"),
    (r"\psi(x,t)", "psi of x, t"),
    (r"\hat{H}|\psi\rangle = E|\psi\rangle", "H hat ket psi equals E ket psi"),
    (r"\frac{1}{4\pi\epsilon_0}", "1 over 4 pi epsilon sub 0"),
    (r"u_t = k u_{xx}", "u sub t equals k u sub x x"),
    (r"k_B T \ln 2", "k sub B T natural log 2"),
    (r"\partial_t u", "the partial derivative with respect to t of u"),
    (r"\frac{\Delta y}{\Delta x}", "delta y over delta x"),
    (r"\Delta H^\circ", "delta H superscript circle"),
    (r"x \leftarrow x - \eta \nabla f", "x is set to x minus eta the gradient of f"),
]
STATISTICS = [
    (
        r"P(A \mid B) = \frac{P(B \mid A) P(A)}{P(B)}",
        "the probability of a given B, equals the probability of B given a times P of a, over P of B",
    ),
    (
        r"\binom{n}{k} = \frac{n!}{k!(n-k)!}",
        "n choose k equals n factorial over k factorial times the quantity n minus k, factorial",
    ),
    (
        r"\bar{x} = \frac{1}{n}\sum_{i=1}^{n} x_i",
        "x bar equals 1 over n times the sum from i equals 1 to n of x sub i",
    ),
    (r"\mathbb{E}[X] = \mu", "the expected value of X equals mu"),
    (r"X \sim \mathcal{N}(\mu, \sigma^2)", "X is distributed as N of mu, sigma squared"),
    (
        r"\operatorname{Var}(X) = E[X^2] - E[X]^2",
        "the variance of X equals the expected value of X squared minus the expected value of X, squared",
    ),
    (
        r"\hat\beta = (X^\top X)^{-1} X^\top y",
        "beta hat equals the quantity X transpose X, inverse, X transpose y",
    ),
    (
        r"\bar{x} \pm 1.96 \frac{s}{\sqrt{n}}",
        "x bar plus or minus one point nine six s over the square root of n",
    ),
    (r"p < 0.05", "p is less than 0.05"),
    (r"H_0: \mu = 0", "H sub 0, mu equals 0"),
    (
        r"\mathbb{P}(X > x) \le \frac{\mathbb{E}[X]}{x}",
        "the probability that X is greater than x, is less than or equal to the expected value of X over x",
    ),
    (r"P(A \cap B) = P(A)P(B)", "P of a intersection B, equals P of a times P of B"),
    (
        r"\Pr(X = k) = \binom{n}{k} p^k (1-p)^{n-k}",
        "the probability that X equals k, equals n choose k times p to the k times the "
        "quantity 1 minus p, to the n minus k",
    ),
    (
        r"\sum_{k=0}^{n} \binom{n}{k} x^k y^{n-k}",
        "the sum from k equals 0 to n of n choose k times x to the k y to the n minus k",
    ),
    (
        r"\sigma^2 = \frac{\sum (x_i - \mu)^2}{N}",
        "sigma squared equals the sum of the quantity x sub i minus mu, squared, over N",
    ),
    (
        r"s = \sqrt{\frac{1}{n-1}\sum_{i=1}^n (x_i-\bar{x})^2}",
        "s equals the square root of 1 over the quantity n minus 1, times the sum from i "
        "equals 1 to n of the quantity x sub i minus x bar, squared",
    ),
    (r"Z = \frac{X - \mu}{\sigma}", "Z equals X minus mu, over sigma"),
    (r"\chi^2", "chi squared"),
    (r"t_{n-1}", "t sub n minus 1"),
    (r"r = 0.87,\ p < .001", "r equals 0.87, p is less than .001"),
    (r"H_1 : \mu_1 \neq \mu_2", "H sub 1, mu sub 1, is not equal to mu sub 2"),
    (
        r"X_1, \ldots, X_n \overset{\text{iid}}{\sim} N(0,1)",
        "X sub 1, and so on, X sub n, is distributed as, with iid above, N of 0, 1",
    ),
    (
        r"P(A \cup B) = P(A) + P(B) - P(A \cap B)",
        "P of a union B, equals P of a plus P of B minus P of a intersection B",
    ),
    (r"\mathbb{E}[X \mid Y]", "the expected value of X given Y"),
    (r"\operatorname{Cov}(X, Y)", "the covariance of X and Y"),
    (r"\rho_{X,Y}", "rho sub X, Y"),
    (r"F_X(x) = P(X \le x)", "F sub X of x equals the probability that X is less than or equal to x"),
    (r"\forall x\, (P(x) \Rightarrow Q(x))", "for all x, the quantity P of x implies Q of x"),
    (r"\nabla \times \mathbf{B} = \mu_0 \mathbf{J}", "del cross B equals mu sub zero J"),
    (r"{n \choose k}", "n choose k"),
    (r"I(X;Y) = H(X) - H(X \mid Y)", "I of X, Y, equals H of X minus H of X given Y"),
    (
        r"y = f(x) + \epsilon,\quad \epsilon \sim N(0, \sigma^2)",
        "y equals f of x plus epsilon, epsilon is distributed as N of 0, sigma squared",
    ),
    (r"\mathrm{Var}[X] = \sigma^2", "the variance of X equals sigma squared"),
    (
        r"p(x) = \frac{1}{\sigma\sqrt{2\pi}} e^{-\frac{(x-\mu)^2}{2\sigma^2}}",
        "p of x equals 1 over sigma the square root of 2 pi times e to the minus the quantity "
        "x minus mu, squared, over 2 sigma squared",
    ),
    (
        r"\Pr[X \ge k] \le \frac{E[X]}{k}",
        "the probability that X is greater than or equal to k, is less than or equal to the "
        "expected value of X over k",
    ),
    (
        r"\oint \mathbf{B} \cdot d\mathbf{l} = \mu_0 I",
        "the contour integral of B dot d l, equals mu sub zero I",
    ),
    (
        r"T_{\mu\nu} = \partial_\mu \phi \partial_\nu \phi",
        "T sub mu nu equals the partial derivative with respect to mu of phi the partial "
        "derivative with respect to nu of phi",
    ),
    (
        r"R_{\mu\nu} - \frac{1}{2} R g_{\mu\nu} = 8\pi G T_{\mu\nu}",
        "R sub mu nu minus one half R g sub mu nu, equals 8 pi G T sub mu nu",
    ),
    (r"\arg\max_{y} P(y|x)", "the arg max over y of the probability of y given x"),
]
LEARNING_AND_COMPUTING = [
    (r"\hat{y}=\sigma(Wx+b)", "y hat equals sigma of W x plus b"),
    (r"\mathcal{L}(\theta)=-\log p_\theta(y\mid x)", "L of theta equals minus log p sub theta of y given x"),
    (r"O(n \log n)", "big O of n log n"),
    (r"\left\lfloor \frac{n}{2} \right\rfloor", "the floor of n over 2"),
    (r"\log_2 n", "log base 2 of n"),
    (r"\theta^* = \arg\min_\theta L(\theta)", "theta star equals the arg min over theta of L of theta"),
    (r"T(n) = 2T(n/2) + O(n)", "T of n equals two T of n over 2, plus big O of n"),
    (r"\Theta(n^2)", "theta of n squared"),
    (r"\log_2 8 = 3", "log base 2 of 8 equals 3"),
    (r"n \bmod 2", "n mod 2"),
    (r"\lceil \log_2 n \rceil", "the ceiling of log base 2 of n"),
    (r"\nabla_\theta J(\theta)", "the gradient with respect to theta of J of theta"),
    (r"D_{KL}(P \| Q)", "D sub K L of P double bar Q"),
    (
        r"\text{softmax}(z)_i = \frac{e^{z_i}}{\sum_j e^{z_j}}",
        "softmax of z, sub i equals e to the z sub i, over the sum over j of e to the z sub j",
    ),
    (r"\tan\theta", "tangent theta"),
    (r"\hat{\theta}_{\text{MLE}}", "theta hat sub MLE"),
    (r"T(n) = O(n^2)", "T of n equals big O of n squared"),
    (r"\lfloor n/2 \rfloor", "the floor of n over 2"),
    (r"a[i] = b[i+1]", "a of i equals b of i plus 1"),
    (r"x \bmod m", "x mod m"),
    (r"\gcd(a,b) = 1", "the greatest common divisor of a and b, equals 1"),
    (r"n = 2^k", "n equals 2 to the k"),
    (r"O(1)", "big O of 1"),
    (r"w_{ij}", "w sub i j"),
    (r"\mathbf{W}\mathbf{x} + \mathbf{b}", "W x plus b"),
    (r"\sigma(z) = \frac{1}{1+e^{-z}}", "sigma of z equals 1 over the quantity 1 plus e to the minus z"),
    (r"\mathcal{L} = -\sum_i y_i \log \hat{y}_i", "L equals minus the sum over i of y sub i log y hat sub i"),
    (
        r"\theta_{t+1} = \theta_t - \eta \nabla L(\theta_t)",
        "theta sub t plus 1, equals theta sub t minus eta the gradient of L of theta sub t",
    ),
    (
        r"h_t = \tanh(W h_{t-1} + U x_t)",
        "h sub t equals hyperbolic tangent of W h sub t minus 1, plus U x sub t",
    ),
    (r"x \oplus y", "x direct sum y"),
    (r"z = re^{i\theta}", "z equals r e to the i theta"),
    (r"f(x; \theta)", "f of x, theta"),
    (r"a = b \bmod c", "a equals b mod c"),
]
CHEMISTRY_AND_UNITS = [
    (r"\SI{9.8}{\metre\per\second\squared}", "9.8 meters per second squared"),
    (r"\ce{2H2 + O2 -> 2H2O}", "two H 2 plus O 2 yields two H two O"),
    (r"\ce{H2SO4}", "H two S O 4"),
    (r"\ce{Ca^{2+}}", "C a 2 plus"),
    (r"\ce{CO2 (g)}", "C O two g"),
    (r"c = 3 \times 10^8\,\mathrm{m/s}", "c equals 3 times 10 to the 8th meters per second"),
    (r"\SI{25}{\celsius}", "25 degrees Celsius"),
    (r"\qty{5}{kg.m^2}", "5 kilogram meters squared"),
    (r"\num{6.02e23}", "6.02 times 10 to the 23rd"),
    (r"\ce{NaCl}", "N a C l"),
    (r"\ce{CH4 + 2O2 -> CO2 + 2H2O}", "C H 4 plus two O 2 yields C O 2 plus two H two O"),
    (r"\mathrm{H_2O}", "H two O"),
    (r"\ce{H+}", "H plus"),
    (r"\ce{SO4^2-}", "S O 4 2 minus"),
    (r"\ce{N2 + 3H2 <=> 2NH3}", "N 2 plus three H two in equilibrium with two N H 3"),
    (r"\ce{Fe^3+ + 3OH- -> Fe(OH)3}", "F e 3 plus plus three O H minus yields F e O H 3"),
    (r"\ce{^{14}C}", "fourteen C"),
]


@pytest.mark.parametrize(
    ("formula", "words"), [*CALCULUS, *PHYSICS, *STATISTICS, *LEARNING_AND_COMPUTING, *CHEMISTRY_AND_UNITS]
)
def test_a_formula_is_said_as_a_person_reads_it(formula: str, words: str) -> None:
    assert said(formula).replace(LETTER_A, "a") == words
