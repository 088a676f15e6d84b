package bench;

import org.assisterportal.AssisterPortal;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The product with the benches' doors in it. */
public final class BenchMarketplace {
    private BenchMarketplace() {}

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(
                        AssisterPortal.class, StatementCounter.class, Seed.class, BenchDoor.class, CaseloadDoor.class,
                        ApplyDoor.class, ShopDoor.class)
                .run(arguments);
    }
}
