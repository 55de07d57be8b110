/** Folded Spanish and English words that carry no subject of their own. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above according after again al algo alguna algunas alguno algunos all also am an and ante
antes any aquel aquella aquellas aquellos aqui are as asi at aun aunque bajo be because been before
being below between bien both but by cada can casi como con could cual cuales cualquier cualquiera
cuando cuanta cuantas cuanto cuantos de debe deben del desde dice dicen did dijo do does doing donde
dos down during e each el ella ellas ellos en entre era eran es esa esas ese eso esos esta estaba
estan estar estas este esto estos estoy favor few for from fue fueron further ha habia hace hacen
hacer hacia had han has hasta have having hay haya he hemos her here hers him his how i if in
incluso into ir is it its itself just la las le les lo los luego mas me mi mientras mis misma mismas
mismo mismos more most mucha muchas mucho muchos muy my nada ni ningun ninguna ninguno no nor nos
nosotros not nuestra nuestras nuestro nuestros o of off on once only or os other otra otras otro
otros our out over own para pero poco podemos podria podrian por porque puede pueden puedo pues que
quien quienes quiero quisiera saber same say says se sea sean segun ser she should si sido sin sino
sirve sirven so sobre solo some son su such sus tal tambien tan tanto te tenemos tener tengo than
that the their them then there these they this those through tiene tienen to toda todas todo todos
too tras tu tus u un una unas under uno unos until up usted ustedes va vamos van very was we were
what when where which while who whom why will with would ya yo you your`.split(/\s+/),
);
